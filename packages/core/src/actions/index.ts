export { ActionId } from "./action-id";
export type {
  ActionFacts,
  ActionRow,
  ApprovalTerms,
  EffectFacts,
  HighRow,
  Irreversible,
  LowRow,
  MediumRow,
  ReadRow,
} from "./action-row";
export { actionRow, actions } from "./actions";
export { RiskTier } from "./risk-tier";
