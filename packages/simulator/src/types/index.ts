import { analytics } from "./analytics";
import { cdn } from "./cdn";
import { cognitiveServices } from "./cognitive-services";
import { compute } from "./compute";
import { containerApps } from "./container-apps";
import { containers } from "./containers";
import { databases } from "./databases";
import { dns } from "./dns";
import { integration } from "./integration";
import { keyVault } from "./key-vault";
import { kubernetes } from "./kubernetes";
import { messaging } from "./messaging";
import { monitoring } from "./monitoring";
import { network } from "./network";
import { privateEndpoints } from "./private-endpoints";
import { resources } from "./resources";
import type { TypeRow } from "./row";
import { storage } from "./storage";
import { web } from "./web";

export type {
  Action,
  Brought,
  GlobalName,
  NameRule,
  PutContext,
  SoftDelete,
  TypeRow,
} from "./row";

/** Every row of the model. A new type is a new row in the file of its service. */
export const typeRows: readonly TypeRow[] = [
  ...resources,
  ...storage,
  ...keyVault,
  ...cognitiveServices,
  ...integration,
  ...monitoring,
  ...web,
  ...kubernetes,
  ...containers,
  ...containerApps,
  ...network,
  ...privateEndpoints,
  ...dns,
  ...compute,
  ...databases,
  ...messaging,
  ...cdn,
  ...analytics,
];

const byType: ReadonlyMap<string, TypeRow> = new Map(typeRows.map((row) => [row.armType.toLowerCase(), row]));

/** The model's row for an ARM type, or undefined for a type it does not know in detail. */
export function typeRow(armType: string): TypeRow | undefined {
  return byType.get(armType.toLowerCase());
}
