import { Config } from "@pulumi/pulumi";
import type { PromotionEvidenceArgs } from "@ringfence/azure";
import type { RingName } from "@ringfence/core/rings";

const config = new Config();

/** What Pulumi.<stack>.yaml says of a ring. */
export const settings = {
  ring: config.require<RingName>("ring"),
  /** Euros a month. */
  monthlyBudget: config.requireNumber("monthlyBudget"),
  /** Thousands of tokens a minute that the chat model may take when it is paid by the token. */
  chatCapacity: config.requireNumber("chatCapacity"),
  /** Provisioned throughput units of the chat model; 0 where it is paid by the token. */
  provisionedUnits: config.getNumber("provisionedUnits") ?? 0,
  /**
   * Copies of the search index that answer queries. Microsoft promises nothing of queries below two, and nothing of
   * writing to indexes below three.
   */
  searchReplicas: config.requireNumber("searchReplicas"),
  /** What the models have to show for their promotion to this ring, written by the pipeline that evaluated them. */
  evidence: config.getObject<PromotionEvidenceArgs>("evidence"),
  /** The container image of the scheduled jobs, pinned by its digest. */
  operationsImage: config.require("operationsImage"),
  /** Adds what a hurried colleague would, to see the policy packs at work. */
  bad: config.getBoolean("bad") ?? false,
};
