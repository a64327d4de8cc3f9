import random
random.Random()
random.Random(1).getstate()
random.SystemRandom()
random.getstate()
random.choice([])
random.setstate(1)
random.sample(1, 2)
random._inst
random.random
