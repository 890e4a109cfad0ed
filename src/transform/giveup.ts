/** Thrown by `fail`, after the report: this resource or event is dropped, the others go on. */
export class GiveUp extends Error {
  constructor() {
    super('dropped after a report');
  }
}
