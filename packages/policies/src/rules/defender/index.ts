export { aiPlan } from "./ai-plan";
