/** The environments that a change passes through, in order. */
export const RingName = { Sandbox: "sandbox", Dev: "dev", Test: "test", Prod: "prod" } as const;
export type RingName = (typeof RingName)[keyof typeof RingName];

/** All rings, in the order in which a change is promoted. */
export const ringNames: readonly RingName[] = Object.values(RingName);

/**
 * How a ring's resources are reached. `private`: private endpoints in the ring's virtual network and nothing else.
 * `closed`: no virtual network; firewalls deny everything but the networks that an argument names.
 */
export const NetworkMode = { Private: "private", Closed: "closed" } as const;
export type NetworkMode = (typeof NetworkMode)[keyof typeof NetworkMode];
