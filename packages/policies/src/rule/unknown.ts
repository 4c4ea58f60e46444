/** The mark of a text that is not known. */
export const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * How Pulumi's protocol writes a value that is not known before the update, by the kind of value: bool, number, string,
 * array, asset, archive, object (pulumi/pulumi sdk/go/common/resource/plugin/rpc.go).
 */
const marks: ReadonlySet<string> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  UNKNOWN_TEXT,
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** Whether the value is only known once the update has run. */
export function isUnknown(value: unknown): boolean {
  return typeof value === "string" && value.length === 36 && marks.has(value);
}
