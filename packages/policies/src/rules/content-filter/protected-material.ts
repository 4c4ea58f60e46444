import { resourceRule } from "../../rule";
import { makesChecks } from "./checks";

export const protectedMaterial = resourceRule({
  id: "content-filter-protected-material",
  title: "Content filters block protected text and code in answers",
  covers: ["AzurePolicy-af253d37-protected-material"],
  requirements: ["OE-R15"],
  severity: "high",
  appliesTo: "cognitiveservices:RaiPolicy",
  holds: (filter) =>
    makesChecks(filter, [
      { name: "Protected Material Text", source: "Completion" },
      { name: "Protected Material Code", source: "Completion" },
    ]),
  fix: "Add Protected Material Text and Protected Material Code on Completion to properties.contentFilters, enabled and blocking.",
  why: "An answer that repeats a song or licensed source code makes its publisher liable; that is you.",
});
