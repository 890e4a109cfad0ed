/** Thrown by `fail`, after the report: this resource or event is given up, the others go on. */
export class GiveUp extends Error {
  constructor() {
    super('given up after a report');
  }
}
