import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { FormReply } from "../form-reply";
import { translator } from "../i18n.server";
import { LanguageProvider } from "../i18n";
import { Button } from "./Button";
import { BarChart } from "./charts/BarChart";
import { LineChart } from "./charts/LineChart";
import { marksFromZero } from "./charts/scale";
import { Checkbox } from "./Checkbox";
import { CopyBox } from "./CopyBox";
import { Field } from "./Field";
import { FormContext, type Pressed } from "./form-context";
import { StepTrack } from "./StepTrack";
import { TextInput } from "./TextInput";

function render(element: ReactElement, reply: FormReply | null = null, pressed: Pressed | null = null): string {
  return renderToStaticMarkup(
    <LanguageProvider locale="nl" t={translator("nl")}>
      <FormContext.Provider value={{ reply, pressed }}>{element}</FormContext.Provider>
    </LanguageProvider>,
  );
}

const reply: FormReply = {
  kind: "form",
  values: { email: "anna@", kinds: ["a", "c"] },
  fieldErrors: { email: [{ key: "errors.field.email" }], "kinds[1]": [{ key: "no.such.key" }] },
  formErrors: [],
};

describe("Field", () => {
  const field = (
    <Field name="email" label="E-mail" hint="h">
      <TextInput defaultValue="first" />
    </Field>
  );

  it("ties label, hint and control together", () => {
    const html = render(field);
    const id = /<input[^>]* id="([^"]+)"/.exec(html)?.[1];
    expect(html).toContain(`<label for="${id}"`);
    expect(html).toContain(`aria-describedby="${id}-hint"`);
    expect(html).toContain('value="first"');
    expect(html).not.toContain('aria-invalid="true"');
  });

  it("keeps what was typed and says what to do", () => {
    const html = render(field, reply);
    expect(html).toContain('value="anna@"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toMatch(/aria-describedby="[^"]+-hint [^"]+-error"/);
    expect(html).toContain("Dit lijkt geen e-mailadres.");
  });
});

describe("Button", () => {
  const buttons = [undefined, "keep", "drop"].map((value) => (
    <Button key={value ?? ""} name={value && "intent"} value={value}>
      {value ?? "plain"}
    </Button>
  ));

  it("says that it works where it was pressed; the others of its form wait", () => {
    const html = render(<>{buttons}</>, null, { name: "intent", value: "drop" });
    expect(html.match(/Een ogenblik/g)).toHaveLength(1);
    expect(html).not.toContain(">drop<");
    expect(html.match(/aria-disabled="true"/g)).toHaveLength(3);
    expect(render(<>{buttons}</>, null, { name: null, value: null })).not.toContain(">plain<");
    expect(render(<>{buttons}</>)).not.toContain(`aria-disabled="true"`);
  });
});

describe("Checkbox", () => {
  it("shows the ticks that were sent, not the first ones, and the error of its list", () => {
    const boxes = ["a", "b", "c"].map((value) => (
      <Checkbox key={value} name="kinds" value={value} label={value} defaultChecked={value === "b"} />
    ));
    const ticked = (html: string) =>
      [...html.matchAll(/<input[^>]*>/g)]
        .filter(([input]) => input.includes(' checked=""'))
        .map(([input]) => /value="(\w)"/.exec(input)?.[1]);
    expect(ticked(render(<>{boxes}</>))).toEqual(["b"]);
    const back = render(<>{boxes}</>, reply);
    expect(ticked(back)).toEqual(["a", "c"]);
    expect(back).toContain("Dit konden we niet lezen.");
  });
});

describe("StepTrack", () => {
  const until = new Date("2026-11-24T16:00:00Z");

  it("says in words how far it is and until when it waits", () => {
    const html = render(<StepTrack at="hold" holdUntil={until} />);
    expect(html.match(/\(gedaan\)/g)).toHaveLength(3);
    expect(html.match(/\(nu\)/g)).toHaveLength(1);
    expect(html.match(/\(komt nog\)/g)).toHaveLength(1);
    expect(html).toContain("In de wacht tot di 24 nov. 17:00");
  });

  it("promises nothing once it stopped", () => {
    const html = render(<StepTrack at="hold" holdUntil={until} stopped />);
    expect(html).toContain("(hier gestopt)");
    expect(html).not.toContain("17:00");
  });
});

describe("CopyBox", () => {
  it("is a field to select from where there is no JavaScript", () => {
    const html = render(<CopyBox label="Link" value="https://x.test/r/ANNA" />);
    expect(html).toMatch(/<input[^>]* readonly=""[^>]* value="https:..x.test.r.ANNA"/);
    expect(html).not.toContain("<button");
  });
});

describe("charts", () => {
  it.each([
    [240, [0, 100, 200, 300]],
    [7, [0, 2, 4, 6, 8]],
    [0, [0, 1]],
    [0.9, [0, 0.25, 0.5, 0.75, 1]],
  ])("stand on zero and reach over %d", (highest, marks) => {
    expect(marksFromZero(highest)).toEqual(marks);
  });

  it("draw bars from zero, in proportion, with the interval as a band", () => {
    const html = render(
      <BarChart
        bars={[
          { key: "a", label: "A", value: 50, shown: "50", low: 40, high: 80 },
          { key: "b", label: "B", value: 0, shown: "0" },
        ]}
      />,
    );
    expect(html).toContain('width="62.5%"');
    expect(html).toContain('<rect x="50%" y="0.5" height="17" width="50%"');
    expect(html).toContain('width="0%"');
  });

  it("keep the names at the ends of lines apart", () => {
    const series = ["A", "B", "C"].map((name) => ({ name, points: [{ value: 1 }, { value: 2 }] }));
    const html = render(<LineChart summary="s" labels={["1", "2"]} series={series} write={String} />);
    const tops = [...html.matchAll(/leading-tight" style="top:([\d.]+)px"/g)].map(([, top]) => Number(top));
    expect(tops).toHaveLength(3);
    const gaps = tops.sort((a, b) => a - b).map((top, i) => top - (tops[i - 1] ?? top - 20));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20);
  });
});
