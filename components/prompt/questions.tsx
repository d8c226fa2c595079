import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import type { Question } from "~/server/recipes/compiler/intent";

interface QuestionsProps {
  questions: readonly Question[];
  pending: boolean;
  /** Puts an answer to the sentence. */
  onAnswer(question: Question, answer: string): void;
}

/** What the sentence leaves open, with answers to take. */
export function Questions({ questions, pending, onAnswer }: QuestionsProps) {
  return questions.map((question) => (
    <Alert key={question.question} tone="warn" title={question.question}>
      {question.options.length > 0 ? (
        <span className="mt-2 flex flex-wrap gap-1.5">
          {question.options.map((option) => (
            <Button key={option} size="sm" pending={pending} onClick={() => onAnswer(question, option)}>
              {option}
            </Button>
          ))}
        </span>
      ) : null}
    </Alert>
  ));
}
