export { approvalEvidence } from "./approval-evidence";
