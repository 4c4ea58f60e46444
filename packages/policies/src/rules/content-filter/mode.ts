import { resourceRule } from "../../rule";

export const mode = resourceRule({
  id: "content-filter-mode",
  title: "Content filters look at an answer before it is sent",
  covers: ["AzurePolicy-c1ad46c6-mode"],
  requirements: ["OE-R15"],
  severity: "high",
  appliesTo: "cognitiveservices:RaiPolicy",
  config: {
    allowedModes: {
      type: "array",
      items: { type: "string", enum: ["Default", "Blocking", "Deferred", "Asynchronous_filter"] },
      default: ["Blocking", "Default"],
      description:
        "Modes that are allowed; by default the two that filter first. Deferred and Asynchronous_filter send first and filter later",
    },
  },
  holds: (filter, { config }) => filter.at("properties.mode").isOneOf(config.allowedModes),
  fix: "Set properties.mode to Blocking.",
  why: "In the asynchronous mode people have read the harmful part before it is taken back.",
});
