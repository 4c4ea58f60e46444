export { policyWaiverExpiry } from "./policy-waiver-expiry";
