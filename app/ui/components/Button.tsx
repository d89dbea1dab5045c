import { forwardRef, type ComponentPropsWithoutRef } from "react";
import { useT } from "../i18n";
import { buttonStyle, type ButtonSize, type ButtonVariant } from "./button-style";
import { Icon, type IconName } from "./Icon";
import { usePressed } from "./form-context";

interface ButtonProps extends Omit<ComponentPropsWithoutRef<"button">, "className"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  /** As wide as its column. */
  wide?: boolean;
}

/** A button that submits unless told otherwise. Inside a form that is being sent it waits; the pressed one says so. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant, size, icon, wide, type = "submit", onClick, children, ...rest },
  ref,
) {
  const t = useT();
  const pressed = usePressed();
  const busy = pressed !== null && type === "submit";
  const working = busy && pressed.name === (rest.name ?? null) && pressed.value === (rest.value ?? null);
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      className={buttonStyle(variant, size, wide)}
    >
      {icon ? <Icon name={icon} /> : null}
      {working ? t("common.working") : children}
    </button>
  );
});
