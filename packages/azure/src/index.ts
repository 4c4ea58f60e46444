export type { RingContext, RingContextSettings, RingJobsIdentity, RingNetwork } from "./ring/context";
