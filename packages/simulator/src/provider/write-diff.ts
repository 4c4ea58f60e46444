import { PropertyDiff, DiffResponse as WireDiff } from "@pulumi/pulumi/proto/provider_pb";
import type { DiffKind, DiffResponse } from "./package-provider";

const { Kind } = PropertyDiff;
const inPlace: Readonly<Record<DiffKind, PropertyDiff.Kind>> = {
  add: Kind.ADD,
  delete: Kind.DELETE,
  update: Kind.UPDATE,
};
const replacing: Readonly<Record<DiffKind, PropertyDiff.Kind>> = {
  add: Kind.ADD_REPLACE,
  delete: Kind.DELETE_REPLACE,
  update: Kind.UPDATE_REPLACE,
};

/** Writes a difference as the engine reads it: which properties, in place or by replacement. */
export function writeDiff(diff: DiffResponse): WireDiff {
  const response = new WireDiff();
  if (diff.changes.size === 0) {
    response.setChanges(WireDiff.DiffChanges.DIFF_NONE);
    return response;
  }
  response.setChanges(WireDiff.DiffChanges.DIFF_SOME);
  response.setHasdetaileddiff(true);
  const changed = new Set<string>();
  const replaced = new Set<string>();
  for (const [path, { kind, replaces }] of diff.changes) {
    const property = new PropertyDiff();
    property.setKind((replaces ? replacing : inPlace)[kind]);
    property.setInputdiff(true);
    response.getDetaileddiffMap().set(path, property);
    const top = path.split(/[.[]/)[0] ?? path;
    changed.add(top);
    if (replaces) replaced.add(top);
  }
  response.setDiffsList([...changed]);
  response.setReplacesList([...replaced]);
  response.setDeletebeforereplace(diff.deleteBeforeReplace);
  return response;
}
