import { alerts, hasPrometheusForm, type PrometheusRow, prometheusExpression } from "@ringfence/core/alerts";
import { ringNames } from "@ringfence/core/rings";
import { promqlKind } from "./promql";

const forms = Object.values(alerts).filter(hasPrometheusForm);
const row = (id: keyof typeof alerts) => alerts[id] as PrometheusRow;

describe("the reader of PromQL", () => {
  test.each([
    ["rate(m[5m]) > 1", "vector"],
    ['100 * sum by (job) (increase(m_count{code=~"5.."}[15m])) / sum by (job) (increase(m_count[15m])) > 5', "vector"],
    ["time() - 3", "scalar"],
  ])("takes %s", (text, kind) => {
    expect(promqlKind(text)).toBe(kind);
  });

  test.each([
    "rate(m)",
    "rate(m[5m]",
    "rate(rate(m[5m])[5m])",
    "unheard_of(m)",
    'm{code=~"("}',
    "m{code}",
    "sum by job (m)",
    "m > 1 and 2",
    "m[5m] > 1",
    "m > ",
    "m.with.dots > 1",
    "m !",
  ])("refuses %s", (text) => {
    expect(() => promqlKind(text)).toThrow();
  });
});

test("the alerts on what services measure of themselves have a form for Prometheus, and no others", () => {
  expect(forms.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      "application-failing-share",
      "application-slow",
      "dependency-failing-share",
      "model-calls-failing",
      "model-calls-slow",
      "telemetry-silence",
    ]),
  );
  for (const { service } of forms) expect(service).toBe("Microsoft.Insights/components");
});

test.each(forms.flatMap((form) => ringNames.map((ring) => [form.id, ring, form] as const)))(
  "%s in %s is PromQL that gives a series for each value beyond the threshold",
  (_, ring, form) => {
    expect(promqlKind(prometheusExpression(form, ring))).toBe("vector");
    expect(promqlKind(prometheusExpression(form, ring, { deployment_environment: ring, team: 'a "b"' }))).toBe(
      "vector",
    );
  },
);

test("a share is the bad ones of all, over the row's window, where there are enough", () => {
  expect(prometheusExpression(row("application-failing-share"), "prod")).toBe(
    '100 * sum by (job) (increase(http_server_request_duration_seconds_count{http_response_status_code=~"5.."}[15m])) / ' +
      "sum by (job) (increase(http_server_request_duration_seconds_count[15m])) > 5 and " +
      "sum by (job) (increase(http_server_request_duration_seconds_count[15m])) >= 20",
  );
});

test("a quantile is in the row's unit", () => {
  expect(prometheusExpression(row("model-calls-slow"), "prod", { ring: "prod" })).toBe(
    "1000 * histogram_quantile(0.95, sum by (le, gen_ai_request_model) " +
      '(rate(gen_ai_client_operation_duration_seconds_bucket{ring="prod"}[15m]))) > 30000 and ' +
      'sum by (gen_ai_request_model) (increase(gen_ai_client_operation_duration_seconds_count{ring="prod"}[15m])) >= 20',
  );
});

test("silence is the time since the last sample of what every service sends", () => {
  expect(prometheusExpression(row("telemetry-silence"), "prod")).toBe(
    "(time() - max(max_over_time(timestamp(target_info)[2880m:1m]))) / 60 > 10",
  );
});
