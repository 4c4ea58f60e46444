export { type EvaluatedLevel, type EvaluationPorts, evaluateLevels } from "./evaluate";
export { type LevelValue, levelValues, recordLevels } from "./gauges";
export { levelLines, levelReport } from "./report";
export { openReview, type ReviewEntry, type ReviewPorts } from "./review";
export { seriesOf } from "./series";
