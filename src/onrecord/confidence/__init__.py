"""How sure a finding is: from what the model believes to how often such findings are right."""
