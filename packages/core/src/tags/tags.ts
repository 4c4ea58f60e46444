import type { RingName } from "../rings";

/** How much harm the data could do in the wrong hands. */
export const DataSensitivity = {
  Public: "public",
  Internal: "internal",
  Confidential: "confidential",
  Restricted: "restricted",
} as const;
export type DataSensitivity = (typeof DataSensitivity)[keyof typeof DataSensitivity];

/** How much the business suffers when the service is gone. */
export const BusinessCriticality = {
  Low: "low",
  Medium: "medium",
  High: "high",
  MissionCritical: "mission-critical",
} as const;
export type BusinessCriticality = (typeof BusinessCriticality)[keyof typeof BusinessCriticality];

/** The operational tags that a user gives; `environment` is not among them, because the ring decides it. */
export interface TagsArgs {
  /** The service, in lower case with hyphens, 2 to 40 characters: `claims-assistant`. */
  service: string;
  /** The e-mail address of the team that answers for the service; not a person's, people leave. */
  owner: string;
  /** How much harm the data could do in the wrong hands: public, internal, confidential or restricted. */
  dataSensitivity: DataSensitivity;
  /** Who pays: letters, digits, hyphens and underscores, 2 to 32 characters: `CC-4711`. */
  costCenter: string;
  /** How much the business suffers when the service is gone: low, medium, high or mission-critical. */
  businessCriticality: BusinessCriticality;
}

/** The six operational tags (OE-R6), as every taggable resource carries them. */
export interface OperationalTags extends TagsArgs {
  /** The ring. */
  environment: RingName;
}
