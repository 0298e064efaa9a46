// The root access key of every cell that is measured. It guards nothing.

export const accessKeyId = "AKIAWITHHOLDBENCH000";
export const secretAccessKey = "withhold-bench-withhold-bench-withhold-b";
