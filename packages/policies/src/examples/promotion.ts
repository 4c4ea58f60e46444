import type { Examples } from "./example";
import { deployment, gpt } from "./surroundings";

const evidence = (groundedness: string) => ({
  "evidence-digest": `sha256:${"4f".repeat(32)}`,
  "evidence-approver": "model-risk@contoso.example",
  "evidence-from": "test",
  "evidence-evaluated": "2026-11-02T09:30:00Z",
  "evidence-score-groundedness": groundedness,
  "evidence-score-safety": "0.99",
});

export const promotion: Examples = {
  "promotion-evidence": {
    bad: [deployment("chat", { model: gpt }, { tags: evidence("0.71") })],
    good: [deployment("chat", { model: gpt }, { tags: evidence("0.94") })],
  },
};
