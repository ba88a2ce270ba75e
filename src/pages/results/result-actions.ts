/** What can be done with a result. */
export interface ResultActions {
  /** Shows all that is known of it. */
  open(id: string): void;
  checkAgain(id: string): void;
  remove(id: string): void;
}
