import { ownNameInput, pathParameters } from "../../sdk";
import { typeRow } from "../../types";
import { type Properties, reveal } from "../../values";
import { normalLocation } from "../../world";
import { changesBetween, isAtOrInside } from "../changes";
import type { DiffRequest, DiffResponse } from "../package-provider";
import type { AzureType } from "./azure-type";
import { CREATE_BEFORE_DELETE } from "./check";

/** Compares inputs with inputs, as azure-native does; what is in the id, the location and immutable inputs replace. */
export function diffInputs(type: AzureType, request: DiffRequest): DiffResponse {
  const { oldInputs, inputs } = request;
  const immutable = immutableInputs(type);
  const changes: DiffResponse["changes"] = new Map();
  for (const [path, kind] of changesBetween(oldInputs, inputs)) {
    if (path === CREATE_BEFORE_DELETE || request.ignoreChanges.some((ignored) => isAtOrInside(path, ignored))) continue;
    if (path === "location" && sameLocation(oldInputs, inputs)) continue;
    const place = path.replace(/\[\d+\]/g, "");
    changes.set(path, { kind, replaces: immutable.some((each) => isAtOrInside(place, each)) });
  }
  const replaces = [...changes.values()].some((change) => change.replaces);
  return { changes, deleteBeforeReplace: replaces && oldInputs[CREATE_BEFORE_DELETE] !== true };
}

function immutableInputs(type: AzureType): string[] {
  const own = ownNameInput(type.row.path);
  return [
    ...pathParameters(type.row.path),
    ...(own === undefined ? [] : [own]),
    "location",
    ...(typeRow(type.armType)?.immutable ?? []),
  ];
}

function sameLocation(oldInputs: Properties, inputs: Properties): boolean {
  const [before, after] = [oldInputs.location, inputs.location].map((each) =>
    each === undefined ? each : reveal(each),
  );
  return typeof before === "string" && typeof after === "string" && normalLocation(before) === normalLocation(after);
}
