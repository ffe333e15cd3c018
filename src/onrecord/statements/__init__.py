"""One utterance through all the outlets that tell it: renderings, differences, later restatements, signs."""
