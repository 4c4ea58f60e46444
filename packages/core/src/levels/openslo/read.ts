import { parseAllDocuments } from "yaml";
import { notOneOf, type Problem } from "../../problems";
import { bagOf, OPENSLO_VERSION, type OpenSloDocument, OpenSloKind, type PlacedDocument } from "./document";
import { OpenSloRefused } from "./refused";

const NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * The documents of a YAML stream. Their kinds and names are checked; what their specs say is not yet.
 *
 * @throws OpenSloRefused for what is no YAML, and for a document without version, kind, name or spec.
 */
export function readOpenSlo(yaml: string): PlacedDocument[] {
  const parsed = parseAllDocuments(yaml);
  const streams = Array.isArray(parsed) ? parsed : [];
  const broken = streams.flatMap((stream, index) =>
    stream.errors.map(
      (error): Problem => ({ path: `document[${index}]`, problem: error.message.split("\n")[0] ?? "" }),
    ),
  );
  if (broken.length > 0) throw new OpenSloRefused(broken);
  const values = streams.map((stream) => stream.toJS() as unknown).filter((value) => value !== null);
  const problems = values.flatMap(documentProblems);
  if (values.length === 0) problems.push({ path: "", problem: "there is no document" });
  if (problems.length > 0) throw new OpenSloRefused(problems);
  const documents = values.map((value) => value as OpenSloDocument);
  const places = documents.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  const repeated = places.filter((place, index) => places.indexOf(place) !== index);
  if (repeated.length > 0)
    throw new OpenSloRefused(repeated.map((place) => ({ path: place, problem: "is there twice; names are unique" })));
  return documents.map((document, index) => ({ document, place: places[index] ?? "" }));
}

function documentProblems(value: unknown, index: number): Problem[] {
  const { apiVersion, kind, metadata, spec } = bagOf(value);
  const { name } = bagOf(metadata);
  const problems: Problem[] = [];
  const say = (path: string, problem: string) => problems.push({ path: `document[${index}].${path}`, problem });
  if (apiVersion !== OPENSLO_VERSION) say("apiVersion", notOneOf(apiVersion, [OPENSLO_VERSION]));
  if (!Object.values(OpenSloKind).some((known) => known === kind))
    say("kind", notOneOf(kind, Object.values(OpenSloKind)));
  if (typeof name !== "string" || !NAME.test(name))
    say("metadata.name", `${JSON.stringify(name)} is not made of 1 to 63 lower-case letters, digits and hyphens`);
  if (typeof spec !== "object" || spec === null || Array.isArray(spec)) say("spec", "missing; what the document says");
  return problems;
}
