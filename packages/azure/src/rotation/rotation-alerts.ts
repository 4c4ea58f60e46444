import type * as app from "@pulumi/azure-native/app";
import type * as eventgrid from "@pulumi/azure-native/eventgrid";
import type * as pulumi from "@pulumi/pulumi";
import {
  type AlertRow,
  rotationEventsLost,
  rotationFailed,
  rotationSweepDead,
  secretNearExpiry,
} from "@ringfence/core/alerts";
import { alertRules } from "../monitors/alert-rules";
import type { RingContext } from "../ring/context";

/** What rotation is made of, as far as alerts watch it. */
export interface RotationParts {
  topic: eventgrid.SystemTopic;
  rotate: app.Job;
  sweep: app.Job;
}

/** The alerts of everything that can go wrong between a secret's last month and its renewal. */
export function rotationAlerts(
  name: string,
  ring: RingContext,
  { topic, rotate, sweep }: RotationParts,
  opts: pulumi.CustomResourceOptions,
): void {
  const watch = (part: string, resourceId: pulumi.Input<string>, rows: [AlertRow, ...AlertRow[]]) =>
    alertRules(name, ring, { name: part, resourceId, type: rows[0].service }, rows, opts);
  watch("vault", ring.keyVaultId, [secretNearExpiry]);
  watch("vault-events", topic.id, [rotationEventsLost]);
  watch("rotate", rotate.id, [rotationFailed]);
  watch("sweep", sweep.id, [rotationFailed, rotationSweepDead]);
}
