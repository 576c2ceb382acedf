/** Ways around Angular's escaping: what people write must never become markup by itself. */
export const rawMarkup = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|bypassSecurityTrust\\w+)$/]',
    message: 'Build DOM nodes instead: markup from a string runs what strangers wrote.',
  },
  {
    selector:
      ':matches(Literal[value=/\\[?(innerHTML|outerHTML)\\]?/], TemplateElement[value.raw=/\\[?(innerHTML|outerHTML)\\]?/])',
    message: 'Build DOM nodes instead: markup from a string runs what strangers wrote.',
  },
];
