"""What a machine can guess of a draft: where its statements end, their topics, who is bound and who is owed.

A guess is likeness to what people have tagged in other documents, with how often such guesses were right. It stays
one until a person has confirmed it.
"""
