import { monitoringKinds } from "./monitoring-kinds";
import type { NamedKindRow } from "./named-kind";
import { platformKinds } from "./platform-kinds";
import { workloadKinds } from "./workload-kinds";

const rows = { ...platformKinds, ...monitoringKinds, ...workloadKinds };

/** A kind of resource whose names are known: `keyVault`, `aiAccount`, `subnet` and so on. */
export type NamedKind = keyof typeof rows;

/** The kinds whose names are dictated from outside, so that they can be checked and not generated. */
type GivenKind = { [K in NamedKind]: (typeof rows)[K]["form"] extends "given" ? K : never }[NamedKind];

/** The kinds whose names can be generated. */
export type GeneratedKind = Exclude<NamedKind, GivenKind>;

/**
 * Azure's naming rules for the kinds of resource that the components create, one row a kind. Abbreviations follow the
 * Cloud Adoption Framework (MicrosoftDocs/cloud-adoption-framework, resource-abbreviations.md) where it has one.
 */
export const namedKinds: Readonly<Record<NamedKind, NamedKindRow>> = rows;
