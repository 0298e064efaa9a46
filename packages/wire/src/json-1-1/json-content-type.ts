// The content type of AWS JSON 1.1, of requests and answers alike.

export const jsonContentType = "application/x-amz-json-1.1";
