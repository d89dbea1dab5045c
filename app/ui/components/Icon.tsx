/** Strokes on a 24 by 24 grid, drawn for this product. */
const PATHS = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  clock: "M12 7v5.2l3.4 2M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17z",
  pause: "M9 6.5v11M15 6.5v11",
  arrow: "M5 12h14M13 6l6 6-6 6",
  back: "M19 12H5M11 6l-6 6 6 6",
  down: "M6 9.5l6 6 6-6",
  share: "M12 15V4M8 7.5L12 3.5l4 4M5 12.5v6.5a1.5 1.5 0 0 0 1.5 1.5h11A1.5 1.5 0 0 0 19 19v-6.5",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1",
  copy: "M9 9h10.5v10.5H9zM15 9V4.5H4.5V15H9",
  home: "M4 11l8-7 8 7v8.5h-5.5V14h-5v5.5H4z",
  person: "M12 12a4 4 0 1 0 0-8a4 4 0 0 0 0 8zM4.5 20c.8-3.7 3.8-5.5 7.5-5.5s6.7 1.8 7.5 5.5",
  people:
    "M9 11.5a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7zM2.5 19.5c.7-3.4 3.3-5 6.5-5s5.8 1.6 6.5 5M16 5a3.2 3.2 0 0 1 0 6.3M18 14.8c1.9.7 3.1 2.3 3.5 4.7",
  cart: "M3.5 4.5h2.5l2 10.5h9.5l2-7.5H6.6M9.5 19.5h.1M16.5 19.5h.1",
  mail: "M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5",
  list: "M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4.2 6.5h.1M4.2 12h.1M4.2 17.5h.1",
  chart: "M4 20h16M7 20v-6M12 20V5M17 20v-9",
  gear: "M12 15.2a3.2 3.2 0 1 0 0-6.4a3.2 3.2 0 0 0 0 6.4zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2",
  shield: "M12 3.5l7 2.5v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6z",
  form: "M6 3.5h12v17H6zM9 8.5h6M9 12h6M9 15.5h3.5",
  more: "M5.5 12h.1M12 12h.1M18.5 12h.1",
  menu: "M4 7h16M4 12h16M4 17h16",
  info: "M12 11v5.5M12 7.6v.1M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17z",
  question: "M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 16.4v.1M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17z",
  warning: "M12 4l9 15.5H3zM12 10v4.5M12 17v.1",
  heart: "M12 19.5S4 15 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3c0 5.7-8 10.2-8 10.2z",
  external: "M13.5 4.5h6v6M19 5l-8.5 8.5M17 14v5.5H4.5V7H10",
  undo: "M8.5 5L4 9.5 8.5 14M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-3",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13a6.5 6.5 0 0 0 0 13zM15.5 15.5l5 5",
  print: "M7 8.5V3.5h10v5M7 17H4V8.5h16V17h-3M7 14h10v6.5H7z",
  download: "M12 4v11M8 11.5l4 4 4-4M4.5 20h15",
  qr: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM17.5 17.5H20V20h-2.5z",
  book: "M12 6.5c-2-1.5-4.5-2-8-2v13.5c3.5 0 6 .5 8 2M12 6.5c2-1.5 4.5-2 8-2v13.5c-3.5 0-6 .5-8 2zM12 6.5V20",
  sign: "M10 4h9v16h-9M4 12h10M10.5 8.5L14 12l-3.5 3.5",
} as const;

export type IconName = keyof typeof PATHS;

interface IconProps {
  name: IconName;
  className?: string;
}

/** Decoration beside a word; never the only carrier of a meaning. */
export function Icon({ name, className = "size-5" }: IconProps) {
  return (
    <svg viewBox="0 0 24 24" className={`shrink-0 ${className}`} aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
