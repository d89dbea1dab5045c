import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ProgramType } from "~/programs/program";
import type { ProgramCopyByLocale } from "~/programs/program-copy";
import type { RulesFormValues } from "~/programs/rules-form";
import { Button } from "../components/Button";
import { Card } from "../components/Card";
import { PostForm } from "../components/PostForm";
import { useT } from "../i18n";
import { CopyFields } from "./CopyFields";
import { PublishEffect } from "./PublishEffect";
import { RewardRuleFields } from "./RewardRuleFields";
import { AmountFields, DecisionFields, TimeFields } from "./RulesFields";
import { RulesReplay } from "./RulesReplay";
import { RulesPreview, type RulesEffect } from "./RulesPreview";

const TYPING_PAUSE_MS = 350;

interface RulesEditorProps {
  mayChange: boolean;
  program: { type: ProgramType; number: number; currency: string };
  values: RulesFormValues;
  copy: ProgramCopyByLocale;
  figures: Record<string, string>;
  /** Of the version in force. */
  effect: RulesEffect;
  versions: { number: number; referrals: number }[];
  reply: unknown;
}

/** Rules and texts of the next version, with an example that the server computes on a button or while typing. */
export function RulesEditor(props: RulesEditorProps) {
  const { mayChange, program, values, copy, figures, versions, reply } = props;
  const t = useT();
  const next = program.number + 1;
  const { effect, onChange } = useLiveEffect(effectIn(reply, props.effect));
  return (
    <PostForm reply={reply} onChange={onChange}>
      <input type="hidden" name="after" value={program.number} />
      <fieldset disabled={!mayChange} className="flex flex-col gap-6">
        <div className="grid items-start gap-6 xl:grid-cols-2">
          <div className="flex flex-col gap-6">
            <Card title={t("rewardRules.title")}>
              <RewardRuleFields currency={program.currency} rules={values.rewards} />
            </Card>
            <Card title={t("settings.program.amounts")}>
              <AmountFields currency={program.currency} values={values} />
            </Card>
            <Card title={t("settings.program.times")}>
              <TimeFields values={values} />
            </Card>
            <Card title={t("settings.program.decisions")}>
              <DecisionFields currency={program.currency} type={program.type} values={values} />
            </Card>
          </div>
          <div className="flex flex-col gap-6 xl:sticky xl:top-6">
            <Card title={t("settings.program.example")}>
              <div aria-live="polite">
                <RulesPreview effect={effect} type={program.type} />
              </div>
              {mayChange ? (
                <div>
                  <Button name="intent" value="preview" variant="secondary">
                    {t("settings.program.showExample")}
                  </Button>
                </div>
              ) : null}
            </Card>
            {mayChange ? (
              <Card title={t("replay.title")}>
                <div aria-live="polite">
                  {effect?.tried ? (
                    <RulesReplay tried={effect.tried} rewards={effect.conditions.rewards} />
                  ) : (
                    <p className="measure text-muted">{t(effect ? "replay.ask" : "replay.misfit")}</p>
                  )}
                </div>
              </Card>
            ) : null}
          </div>
        </div>
        <Card title={t("settings.program.words")}>
          <CopyFields copy={copy} figures={figures} />
        </Card>
        {mayChange ? (
          <Card>
            <PublishEffect next={next} versions={versions} />
            <div>
              <Button name="intent" value="publish">
                {t("settings.program.publish", { number: next })}
              </Button>
            </div>
          </Card>
        ) : null}
      </fieldset>
    </PostForm>
  );
}

/** The effect of what is typed, asked from the server a moment after the last key. */
function useLiveEffect(shown: RulesEffect | null) {
  const fetcher = useFetcher();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  function onChange({ currentTarget: form }: React.FormEvent<HTMLFormElement>) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const typed = new FormData(form);
      typed.set("intent", "preview");
      fetcher.submit(typed, { method: "post" });
    }, TYPING_PAUSE_MS);
  }

  return { effect: effectIn(fetcher.data, shown), onChange };
}

/** The effect in the answer to a preview (null when the figures did not fit); any other answer says nothing about it. */
function effectIn(reply: unknown, otherwise: RulesEffect | null): RulesEffect | null {
  if (typeof reply !== "object" || reply === null || !("effect" in reply)) return otherwise;
  return reply.effect as RulesEffect | null;
}
