/** Answers what is asked about an object once, and remembers it for as long as the object lives. */
export function onceEach<About extends object, Answer>(answer: (about: About) => Answer): (about: About) => Answer {
  const known = new WeakMap<About, { readonly answer: Answer }>();
  return (about) => {
    const before = known.get(about);
    if (before) return before.answer;
    const made = answer(about);
    known.set(about, { answer: made });
    return made;
  };
}
