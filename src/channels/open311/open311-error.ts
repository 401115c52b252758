/** What GeoReport answers instead of a result: an HTTP status and one sentence. */
export class Open311Error extends Error {
  readonly code: number;

  constructor(code: number, description: string) {
    super(description);
    this.name = 'Open311Error';
    this.code = code;
  }
}
