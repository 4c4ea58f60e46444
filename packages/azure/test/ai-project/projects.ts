import type { RingName } from "@ringfence/core/rings";
import type { AiProjectArgs } from "../../src/ai-project/args";
import type { PromotionEvidenceArgs } from "../../src/ai-project/evidence";
import type { ModelDeploymentArgs } from "../../src/ai-project/model-deployment";
import { ringContextOf } from "../ring-contexts";

/** A day on which the models below are offered. */
export const today = new Date("2026-11-21T00:00:00Z");

/** Stops the calendar on that day, so that no test fails when a model retires; timers run on. */
export function stayToday(): void {
  const doNotFake = [
    "nextTick",
    "queueMicrotask",
    "setImmediate",
    "setInterval",
    "setTimeout",
    "performance",
    "hrtime",
  ];
  jest.useFakeTimers({ now: today, doNotFake: doNotFake as FakeableAPI[] });
}

export const chat: ModelDeploymentArgs = {
  name: "chat",
  model: "gpt-5.4",
  version: "2026-03-05",
  sku: "DataZoneStandard",
  capacity: 120,
};

export const reserved: ModelDeploymentArgs = {
  ...chat,
  name: "chat-reserved",
  sku: "DataZoneProvisionedManaged",
  capacity: 15,
  spilloverTo: "chat",
};

export const embed: ModelDeploymentArgs = {
  name: "embed",
  model: "text-embedding-3-large",
  version: "1",
  sku: "Standard",
  capacity: 60,
};

export const evidence: PromotionEvidenceArgs = {
  digest: `sha256:${"3f".repeat(32)}`,
  approver: "ai-review@contoso.example",
  from: "test",
  evaluated: "2026-11-20T09:30:00Z",
  scores: { groundedness: 0.96, safety: 1 },
};

/** A project with good arguments, but for what is changed. */
export function project(ring: RingName, changes: Partial<AiProjectArgs> = {}): AiProjectArgs {
  return { ring: ringContextOf(ring), models: [reserved, chat, embed], ...changes };
}
