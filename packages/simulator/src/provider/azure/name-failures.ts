import { ownNameInput } from "../../sdk";
import { typeRow } from "../../types";
import { hasUnknown, type Properties, reveal } from "../../values";
import type { CheckResponse } from "../package-provider";
import type { AzureType } from "./azure-type";

/** azure-native checks a name's length and characters itself where Azure's API description states them. */
export function nameFailures(type: AzureType, inputs: Properties): CheckResponse["failures"] {
  const property = ownNameInput(type.row.path);
  const rule = typeRow(type.armType)?.name;
  const name = property === undefined ? undefined : inputs[property];
  if (property === undefined || rule?.checkedByProvider !== true || name === undefined || hasUnknown(name)) return [];
  const text = reveal(name);
  if (typeof text !== "string") return [];
  const failures: CheckResponse["failures"] = [];
  const say = (reason: string) => failures.push({ property, reason });
  if (text.length < rule.minimum) {
    say(`'${property}' is too short (${text.length}): at least ${rule.minimum} characters required`);
  }
  if (text.length > rule.maximum) {
    say(`'${property}' is too long (${text.length}): at most ${rule.maximum} characters allowed`);
  }
  if (!rule.pattern.test(text)) say(`'${property}' does not match expression '${rule.pattern.source}'`);
  return failures;
}
