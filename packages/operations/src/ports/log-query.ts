/** One row of a query's result, by column; moments are dates. */
export type LogRow = Readonly<Record<string, unknown>>;

/** The query was not answered, or only in part: part of an answer would look like good news. */
export class LogQueryFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = "LogQueryFailed";
  }
}

/** Asks the ring's logs in KQL. */
export interface LogQuery {
  /** The rows of the query's first table over the logs of a time. @throws LogQueryFailed */
  rows(query: string, from: Date, to: Date): Promise<readonly LogRow[]>;
}
