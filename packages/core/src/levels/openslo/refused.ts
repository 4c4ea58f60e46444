import type { Problem } from "../../problems";

/** Documents that are no OpenSLO, or say what this library does not do. Says each place and reason. */
export class OpenSloRefused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(["OpenSLO:", ...problems.map(({ path, problem }) => `  ${path}: ${problem}`)].join("\n"));
    this.name = "OpenSloRefused";
  }
}
