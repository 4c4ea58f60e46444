export { type EvaluatedLevel, type EvaluationPorts, evaluateLevels } from "./evaluate";
export { type LevelValue, levelValues, recordLevels } from "./gauges";
export { levelLines, levelReport } from "./report";
export { type ReviewEntry, type ReviewPorts, standingReview } from "./review";
export { seriesOf } from "./series";
