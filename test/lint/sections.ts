/** Sections of a template that has a topic beside them; they start at line 1. */
export const withTopic = (sections: string): string => `${sections.trim()}
Resources:
  Topic: {Type: AWS::SNS::Topic}
`;
