/** True for what CloudFormation takes as a logical id, and for the names of loops: letters and digits. */
export const isLogicalId = (text: string): boolean => /^[A-Za-z0-9]+$/.test(text);

/** True for letters and digits of any script: what the transform lets into a logical id as it is. */
export const isAlphanumeric = (text: string): boolean => /^[\p{L}\p{N}]+$/u.test(text);
