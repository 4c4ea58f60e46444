import { ringNames } from "../rings";

/** A text with something in it. */
const text = (description: string) => ({ type: "string", pattern: "\\S", description });

/** JSON Schema (draft 2020-12) of a waivers file, so that editors complete and check it. */
export const waiversSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Waivers of Ringfence's policy rules",
  type: "object",
  additionalProperties: false,
  required: ["waivers"],
  properties: {
    waivers: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["rule", "owner", "reason", "expires"],
        oneOf: [
          { required: ["urn"], properties: { type: false, name: false } },
          { required: ["type", "name"], properties: { urn: false } },
        ],
        properties: {
          rule: text("The rule's id"),
          urn: text("The resource's URN; either this or type and name"),
          type: text("The resource's type, module:Name or a full token; * stands for any characters"),
          name: text("The resource's name in the program; * stands for any characters"),
          owner: {
            type: "string",
            pattern: "^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$",
            description: "The e-mail address of the team that answers for the exception",
          },
          reason: text("Why the rule cannot be kept for now"),
          ticket: text("Where the work to get rid of the exception is tracked"),
          expires: {
            type: "string",
            format: "date",
            pattern: "^\\d{4}-\\d{2}-\\d{2}$",
            description: "The last day on which it holds, YYYY-MM-DD, in UTC",
          },
          rings: { type: "array", minItems: 1, items: { enum: ringNames }, description: "All rings if left out" },
          riskAssessment: text("What can go wrong while a preview is in use; needed for rules about previews"),
          rollbackPath: text("How to get back to something supported; needed for rules about previews"),
        },
      },
    },
  },
} as const;
