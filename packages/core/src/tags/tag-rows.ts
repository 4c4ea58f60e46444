import { ringNames } from "../rings";
import { BusinessCriticality, DataSensitivity, type OperationalTags } from "./tags";

/** What one operational tag may hold: a closed set of values, or a pattern with its description. */
export interface TagRow {
  name: keyof OperationalTags;
  /** What the tag answers, said when it is missing. */
  purpose: string;
  /** The values allowed, where the set is closed. */
  values?: readonly string[];
  /** The pattern a value must match, where the set is open. */
  pattern?: RegExp;
  /** The pattern in words. */
  allowed: string;
}

const oneOf = (values: readonly string[]) => ({ values, allowed: values.join(", ") });

/** The six operational tags (OE-R6), one row each. */
export const tagRows: readonly TagRow[] = [
  {
    name: "service",
    purpose: "the service that the resource belongs to",
    pattern: /^[a-z][a-z0-9-]{0,38}[a-z0-9]$/,
    allowed: "2 to 40 lower-case letters, digits and hyphens, starting with a letter",
  },
  {
    name: "owner",
    purpose: "the address of the team that answers for this service",
    pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    allowed: "an e-mail address",
  },
  {
    name: "dataSensitivity",
    purpose: "how much harm the data could do in the wrong hands",
    ...oneOf(Object.values(DataSensitivity)),
  },
  { name: "environment", purpose: "the ring", ...oneOf(ringNames) },
  {
    name: "costCenter",
    purpose: "who pays",
    pattern: /^[A-Za-z0-9][A-Za-z0-9_-]{1,31}$/,
    allowed: "2 to 32 letters, digits, hyphens and underscores",
  },
  {
    name: "businessCriticality",
    purpose: "how much the business suffers when the service is gone",
    ...oneOf(Object.values(BusinessCriticality)),
  },
];

/** The names of the six operational tags. */
export const operationalTagNames: readonly (keyof OperationalTags)[] = tagRows.map((row) => row.name);
