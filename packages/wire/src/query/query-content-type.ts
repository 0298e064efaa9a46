// The content type of answers in the Query protocol.

export const queryContentType = "text/xml";
