import { stableUuid } from "../world";
import type { LocalType, LocalTypes } from "./local-type";

/** A command is not run: it succeeded and printed nothing. */
const command: LocalType = {
  immutable: ["triggers"],
  made: ["stdout", "stderr"],
  make: async (inputs, { urn }) => ({
    id: stableUuid(urn, JSON.stringify(inputs)),
    outputs: { stdout: "", stderr: "" },
  }),
};

/** The command package. */
export const commandTypes: LocalTypes = {
  resources: {
    "command:local:Command": command,
    "command:remote:Command": command,
    "command:remote:CopyFile": command,
  },
  functions: { "command:local:run": (args) => ({ ...args, stdout: "", stderr: "" }) },
};
