import { Link, type LinkProps } from "@remix-run/react";
import { buttonStyle, type ButtonSize, type ButtonVariant } from "./button-style";
import { Icon, type IconName } from "./Icon";

interface LinkButtonProps extends Omit<LinkProps, "className"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  wide?: boolean;
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton({ variant, size, icon, wide, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonStyle(variant, size, wide)}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  );
}
