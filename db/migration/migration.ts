/** A numbered step from one format of the board's file to the next. Once shipped it is never edited. */
export interface Migration {
  /** The format it leads to; kept in the file as `user_version`. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
