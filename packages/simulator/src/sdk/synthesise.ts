import { isObject, type Properties, type Value } from "../values";
import { responseType, type Shape, type Shapes } from "./table";

/** What made-up values are derived from. */
export interface Subject {
  /** The resource's name, for host names. */
  name: string;
  location: string;
  /** Gives a UUID that is the same whenever the purpose is. */
  uuid(purpose: string): string;
  /** The moment of creation, ISO 8601. */
  now: string;
}

/**
 * Plausible values for what a response always has and the inputs do not say. Texts follow from the property's name
 * (`…Uri` is an address, `…Id` an id); numbers are 0, switches off, lists empty.
 *
 * @param objects whether objects are made up too; for types with a row in the model the row says which objects exist.
 */
export function synthesise(
  module: string,
  shapes: Shapes,
  given: Properties,
  subject: Subject,
  objects: boolean,
): Properties {
  const result: Properties = { ...given };
  for (const [name, shape] of Object.entries(shapes)) {
    const value = given[name];
    if (value !== undefined) {
      result[name] = objects && isObject(value) ? fillIn(module, shape, value, subject) : value;
      continue;
    }
    const made = shape.endsWith("?") ? undefined : madeUp(module, name, shape, subject, objects, 0);
    if (made !== undefined) result[name] = made;
  }
  return result;
}

function fillIn(module: string, shape: Shape, value: Properties, subject: Subject): Properties {
  const type = responseType(module, shape);
  return type === undefined ? value : synthesise(type.module, type.shapes, value, subject, true);
}

function madeUp(
  module: string,
  name: string,
  shape: Shape,
  subject: Subject,
  objects: boolean,
  depth: number,
): Value | undefined {
  const kind = shape[0];
  if (kind === "s") return madeUpText(name, subject);
  if (kind === "n") return 0;
  if (kind === "b") return false;
  if (kind === "[") return [];
  if (kind === "'") return shape.replace(/^'|'\??$/g, "");
  if (!objects || depth > 4) return undefined;
  if (kind === "{" || kind === "a") return {};
  const first = kind === "|" ? `@${shape.split("|@")[1]}` : shape;
  const type = responseType(module, first);
  if (type === undefined) return {};
  const result: Properties = {};
  for (const [inner, innerShape] of Object.entries(type.shapes)) {
    const made = innerShape.endsWith("?")
      ? undefined
      : madeUp(type.module, inner, innerShape, subject, true, depth + 1);
    if (made !== undefined) result[inner] = made;
  }
  return result;
}

function madeUpText(name: string, subject: Subject): string {
  const host = `${subject.name.toLowerCase().replace(/[^a-z0-9-]/g, "")}.azure.example`;
  if (/(uri|url|endpoint)$/i.test(name)) return `https://${host}/`;
  if (/(fqdn|hostname|host|domainname|domain)$/i.test(name)) return host;
  if (/(Time|Date|At|On|Expiry|Modified|Timestamp|^timestamp)$/.test(name)) return subject.now;
  if (/(state|status)$/i.test(name)) return "Succeeded";
  if (/connectionstring$/i.test(name)) return `Endpoint=https://${host}/;AccessKey=${subject.uuid(name)}`;
  if (/(key|secret|password|token|key1|key2)$/i.test(name)) return subject.uuid(name).replaceAll("-", "");
  if (/etag$/i.test(name)) return `"${subject.uuid("etag")}"`;
  if (/location$/i.test(name)) return subject.location;
  if (/(id|guid|principal)$/i.test(name)) return subject.uuid(name);
  if (/(ipaddress|ip)$/i.test(name)) return "203.0.113.10";
  return `${subject.name}-${name}`;
}
