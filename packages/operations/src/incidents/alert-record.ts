/**
 * One alert as Azure's Alerts Management lists it, as far as it is read (api-version 2023-07-12-preview, Alerts - Get
 * All; the earlier versions list by subscription only, which the jobs have no right to read).
 */
export interface AlertRecord {
  readonly id: string;
  readonly name: string;
  readonly properties: {
    readonly essentials: {
      readonly severity: string;
      readonly alertRule: string;
      readonly targetResource?: string;
      readonly description?: string;
      /** What the alert itself says. */
      readonly monitorCondition: "Fired" | "Resolved";
      /** What people say of it. */
      readonly alertState: "New" | "Acknowledged" | "Closed";
      readonly startDateTime: string;
      readonly lastModifiedDateTime: string;
      readonly lastModifiedUserName?: string;
      readonly monitorConditionResolvedDateTime?: string;
    };
  };
}

/** Where alerts are listed. */
export interface AlertSource {
  /** The alerts of the last thirty days that have changed since a moment, the last changed first. */
  changedSince(moment: Date): AsyncIterable<AlertRecord>;
}
