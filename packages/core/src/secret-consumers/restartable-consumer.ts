/** What is known of one kind of consumer of secrets that an emergency restarts, so that it reads them again. */
export interface RestartableConsumerRow {
  /** The kind's type in Azure Resource Manager. */
  readonly type: string;
  /** What it is, for a table. */
  readonly title: string;
  /** Azure's role action that its restart takes, on the consumer itself. */
  readonly action: string;
  /** The version of the interface by which it is restarted: a POST to `<id>/restart`. */
  readonly apiVersion: string;
  /** Where the facts are from. */
  readonly source: string;
}
