/**
 * Writes an amount in cents as euros: 1234 is '12.34 EUR'.
 * @param {number} cents
 * @returns {string}
 */
exports.euros = (cents) => `${(cents / 100).toFixed(2)} EUR`;
