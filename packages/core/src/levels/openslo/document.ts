/** The version of the language that is read and written. */
export const OPENSLO_VERSION = "openslo/v1";

/** The kinds of document that OpenSLO v1 has. */
export const OpenSloKind = {
  Slo: "SLO",
  Sli: "SLI",
  DataSource: "DataSource",
  Service: "Service",
  AlertPolicy: "AlertPolicy",
  AlertCondition: "AlertCondition",
  AlertNotificationTarget: "AlertNotificationTarget",
} as const;
export type OpenSloKind = (typeof OpenSloKind)[keyof typeof OpenSloKind];

/** An object of which nothing is known yet. */
export type Bag = Readonly<Record<string, unknown>>;

/** One document: its kind and name are checked, its spec is not yet. */
export interface OpenSloDocument {
  readonly apiVersion: typeof OPENSLO_VERSION;
  readonly kind: OpenSloKind;
  readonly metadata: Bag & { readonly name: string };
  readonly spec: Bag;
}

/** A document and where it stands in its stream, for messages: `SLO search-slo`. */
export interface PlacedDocument {
  readonly place: string;
  readonly document: OpenSloDocument;
}

/** An object's properties, or none where it is no object. */
export function bagOf(value: unknown): Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Bag) : {};
}

/** A list's items, or none where it is no list. OpenSLO's examples write `null` for an empty one. */
export function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
