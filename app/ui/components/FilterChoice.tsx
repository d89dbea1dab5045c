import { CONTROL } from "./control-style";
import { Icon } from "./Icon";

interface FilterChoiceProps {
  name: string;
  label: string;
  /** What it says while nothing is chosen; without it something always is. */
  all?: string;
  value: string | null;
  options: { value: string; label: string }[];
}

/** One choice of a search form that lives in the address; empty, where that is offered, is everything. */
export function FilterChoice({ name, label, all, value, options }: FilterChoiceProps) {
  return (
    <label className="flex min-w-0 flex-col gap-1.5 font-semibold">
      {label}
      <span className="relative block">
        <select name={name} defaultValue={value ?? ""} className={`${CONTROL} appearance-none pr-11 font-normal`}>
          {all === undefined ? null : <option value="">{all}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" className="pointer-events-none absolute top-3 right-3 size-5" />
      </span>
    </label>
  );
}
