import { Button } from "~/ui/components/Button";
import { Explain } from "~/ui/components/Explain";
import { PostForm } from "~/ui/components/PostForm";
import { useT } from "~/ui/i18n";

interface RevokeKeyProps {
  intent: "revoke" | "revoke-page";
  id: string;
  name: string;
}

/** Takes a key back at the second tap: it never works again, and what uses it stops at once. */
export function RevokeKey({ intent, id, name }: RevokeKeyProps) {
  const t = useT();
  return (
    <Explain
      label={
        <>
          {t("signIn.keys.revoke")} <span className="sr-only">{name}</span>
        </>
      }
    >
      <PostForm>
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="id" value={id} />
        <p className="text-sm text-muted">{t("signIn.keys.revokeHint")}</p>
        <div>
          <Button variant="danger" aria-label={t("signIn.keys.revokeNamed", { name })}>
            {t("signIn.keys.revoke")}
          </Button>
        </div>
      </PostForm>
    </Explain>
  );
}
